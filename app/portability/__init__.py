"""Owns: data exports (ZIP of JSON and media), imports, and imported relations that wait for the other one to arrive.

Announces: ExportRequested, ExportMoved, ExportReady.
Never: anybody else's words or files in an export.
中文: 数据导出, 数据导入.
"""
