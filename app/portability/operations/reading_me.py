"""What stands in README.txt of every export."""

README = """这里是你在种草的全部数据（格式版本 1）。每个 .json 文件是 UTF-8 编码的 JSON 列表：

  account.json     你的资料            posts.json       你的微博、转发、投票、商品卡和历史版本
  comments.json    你的评论            likes.json       你的赞
  favourites.json  你的收藏            shelves.json     你想要的商品
  votes.json       你投过的票          relations.json   关注、粉丝、拉黑、屏蔽、分组、话题
  messages.json    你能看到的私信      drafts.json      草稿和定时微博
  settings.json    你的设置            log_ins.json     登录记录
  standing.json    限制与认证          decisions.json   关于你的处理决定和申诉
  media/           你上传的图片和视频，与本站存储的完全一致
  manifest.json    格式版本、导出时间和条数

编号都写成文字，时间都是 UTC。转发只写明转的是哪一条、是谁的，不含别人的原文和图片。
管理员可以用 `flask account import 文件.zip` 把它导入另一个站点。文件里有你的私人内容，请妥善保管。

------------------------------------------------------------------------------------------------

All your data on this site (format version 1). Each .json file is a list in UTF-8:

  account.json     who you are            posts.json       posts, reposts, polls, cards, earlier versions
  comments.json    your comments          likes.json       your likes
  favourites.json  what you keep          shelves.json     products you want
  votes.json       your votes             relations.json   follows, fans, blocks, mutes, groups, topics
  messages.json    conversations as you can read them      drafts.json  drafts and scheduled posts
  settings.json    your choices           log_ins.json     when and from where you came in
  standing.json    limits, verification   decisions.json   decisions about you, and appeals
  media/           pictures and videos you uploaded, exactly as they are stored
  manifest.json    format version, time of the export, number of entries

Ids are text, times are UTC. A repost says which post it passes on and whose; never the words or pictures of others.
Whoever runs another site takes it in with `flask account import FILE.zip`. It holds private things: keep it safe.
"""
