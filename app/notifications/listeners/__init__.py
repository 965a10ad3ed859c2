"""What the bell does when others have announced something. All of it may be heard twice: it tells once."""

from app.notifications.listeners.announcing import (
    tell_about_charter,
    tell_about_label,
    tell_host_topic_shown,
    tell_host_topic_withheld,
)
from app.notifications.listeners.guarding import (
    tell_about_ended_sessions,
    tell_about_lost_factor,
    tell_about_new_factor,
    tell_about_recovery,
)
from app.notifications.listeners.judging import (
    tell_about_held_schedule,
    tell_about_limit,
    tell_about_refusal,
    tell_about_release,
    tell_limit_ended,
    tell_limit_lifted,
)
from app.notifications.listeners.leaving import forget_account, tell_export_is_ready
from app.notifications.listeners.mailing import send_digests
from app.notifications.listeners.moderating import (
    tell_about_decision,
    tell_about_undone_decision,
    tell_appellant,
    tell_reporters,
    tell_staff_about_appeal,
    tell_staff_about_proposal,
)
from app.notifications.listeners.speaking import (
    tell_about_choice,
    tell_about_failed_schedule,
    tell_about_poll,
    welcome,
)
from app.notifications.listeners.telling import (
    tell_about_comment,
    tell_about_comment_like,
    tell_about_fan,
    tell_about_like,
    tell_authors_along_the_chain,
    tell_mentioned,
)
from app.notifications.listeners.verifying import (
    tell_about_answer,
    tell_about_end,
    tell_about_ending,
    tell_about_verification,
)
from app.notifications.listeners.withdrawing import (
    forget_comment,
    forget_post,
    hide_post,
    part,
    recount_unread,
    show_post_again,
    take_back_comment_like,
    take_back_fan,
    take_back_like,
)

__all__ = [
    "forget_account",
    "forget_comment",
    "forget_post",
    "hide_post",
    "part",
    "recount_unread",
    "send_digests",
    "show_post_again",
    "take_back_comment_like",
    "take_back_fan",
    "take_back_like",
    "tell_about_answer",
    "tell_about_charter",
    "tell_about_choice",
    "tell_about_comment",
    "tell_about_comment_like",
    "tell_about_decision",
    "tell_about_end",
    "tell_about_ended_sessions",
    "tell_about_ending",
    "tell_about_failed_schedule",
    "tell_about_fan",
    "tell_about_held_schedule",
    "tell_about_label",
    "tell_about_like",
    "tell_about_limit",
    "tell_about_lost_factor",
    "tell_about_new_factor",
    "tell_about_poll",
    "tell_about_recovery",
    "tell_about_refusal",
    "tell_about_release",
    "tell_about_undone_decision",
    "tell_about_verification",
    "tell_appellant",
    "tell_authors_along_the_chain",
    "tell_export_is_ready",
    "tell_host_topic_shown",
    "tell_host_topic_withheld",
    "tell_limit_ended",
    "tell_limit_lifted",
    "tell_mentioned",
    "tell_reporters",
    "tell_staff_about_appeal",
    "tell_staff_about_proposal",
    "welcome",
]
