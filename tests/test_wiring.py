"""The wiring, row by row: what follows what, and in which order. A change here is a change of what the site does."""

import dataclasses

import pytest

from app.kernel.events import name_of
from app.wiring import CLOCKWORK, GUARDS, WIRING

#: event: (at once, later)
ROWS = {
    "accounts.AccountOpened": ([], ["notifications.welcome", "accounts.flag_lookalikes"]),
    "accounts.NicknameChanged": ([], ["accounts.flag_lookalikes"]),
    "accounts.PasswordChanged": ([], ["live.end_sessions"]),
    "accounts.SessionsEnded": ([], ["live.end_sessions"]),
    "accounts.RoleChanged": ([], ["live.end_sessions"]),
    "accounts.LoggedOutByStaff": ([], ["live.end_sessions", "notifications.tell_about_ended_sessions"]),
    "accounts.SecondFactorAdded": ([], ["notifications.tell_about_new_factor"]),
    "accounts.SecondFactorRemoved": ([], ["notifications.tell_about_lost_factor"]),
    "accounts.RecoveryCodeUsed": ([], ["notifications.tell_about_recovery"]),
    "accounts.AccountBanned": ([], ["live.reload_pages"]),
    "accounts.AccountUnbanned": ([], ["live.reload_pages"]),
    "accounts.BadgeChanged": ([], ["live.show_badge", "accounts.flag_lookalikes"]),
    "accounts.ClosingAsked": ([], ["accounts.close_when_due", "live.reload_pages"]),
    "accounts.ClosingCancelled": ([], ["live.reload_pages"]),
    "accounts.AccountClosed": (
        [],
        [
            "live.reload_pages",
            "posts.forget_account",
            "engagement.forget_account",
            "relationships.forget_account",
            "messages.forget_account",
            "timelines.forget_account",
            "notifications.forget_account",
            "media.forget_account",
            "verification.forget_account",
            "moderation.forget_account",
            "portability.forget_account",
            "accounts.forget_in_screening",
            "accounts.forget_in_cache",
        ],
    ),
    "relationships.AccountFollowed": (
        [],
        [
            "timelines.bring_in_recent_posts",
            "messages.take_in_conversation",
            "notifications.tell_about_fan",
            "live.renew_rooms",
        ],
    ),
    "relationships.AccountUnfollowed": (
        [],
        ["timelines.clear_out_posts", "notifications.take_back_fan", "live.renew_rooms"],
    ),
    "relationships.AccountBlocked": ([], ["notifications.part", "live.renew_rooms_of_both"]),
    "relationships.AccountMuted": ([], ["live.renew_rooms_of_muter"]),
    "relationships.AccountUnmuted": ([], ["live.renew_rooms_of_muter"]),
    "relationships.RepostsMuted": ([], ["live.narrow_feeds"]),
    "relationships.GroupJoined": ([], ["timelines.bring_in_posts_for_group"]),
    "verification.VerificationGranted": ([], ["notifications.tell_about_verification"]),
    "verification.ApplicationAnswered": ([], ["notifications.tell_about_answer"]),
    "verification.VerificationEnding": ([], ["notifications.tell_about_ending"]),
    "verification.VerificationEnded": ([], ["notifications.tell_about_end"]),
    "products.LinkPasted": ([], ["products.fetch_link"]),
    "products.ProductMerged": (
        ["posts.show_merged_product", "engagement.shelve_merged_product", "messages.show_merged_product"],
        [],
    ),
    "products.LinkResolved": ([], ["live.show_link"]),
    "announcements.CharterPublished": ([], ["notifications.tell_about_charter"]),
    "posts.PostPublished": (
        ["timelines.place_on_own_timeline", "posts.clear_draft"],
        ["timelines.fan_out_to_followers", "notifications.tell_mentioned"],
    ),
    "posts.PostBroughtIn": (["timelines.place_on_own_timeline"], ["timelines.fan_out_to_followers"]),
    "posts.PostScheduled": ([], ["posts.publish_scheduled"]),
    "posts.ScheduledPostHeld": ([], ["notifications.tell_about_held_schedule"]),
    "posts.ScheduledPostFailed": ([], ["notifications.tell_about_failed_schedule"]),
    "posts.PostReposted": (
        ["timelines.place_on_own_timeline", "engagement.comment_alongside"],
        [
            "timelines.fan_out_to_followers",
            "notifications.tell_authors_along_the_chain",
            "notifications.tell_mentioned",
            "live.show_repost_counts",
        ],
    ),
    "posts.PostDeleted": ([], ["live.show_deletion", "notifications.hide_post", "posts.purge_deleted"]),
    "posts.PostRestored": ([], ["live.show_restoration", "notifications.show_post_again"]),
    "posts.PostPurged": (
        [],
        [
            "timelines.withdraw_post",
            "posts.clear_away_files",
            "engagement.clear_away_pictures_below",
            "notifications.forget_post",
        ],
    ),
    "posts.AudienceNarrowed": ([], ["live.show_to_fewer", "notifications.recount_unread"]),
    "posts.PermissionsChanged": ([], ["live.show_change"]),
    "posts.PreviewChanged": ([], ["live.show_change"]),
    "posts.PostLabelled": ([], ["notifications.tell_about_label", "live.show_change"]),
    "posts.TopicWithheld": ([], ["notifications.tell_host_topic_withheld"]),
    "posts.TopicShownAgain": ([], ["notifications.tell_host_topic_shown"]),
    "posts.PostEdited": ([], ["notifications.tell_mentioned", "live.show_change"]),
    "posts.PollOpened": ([], ["posts.close_poll"]),
    "posts.PollVoted": ([], ["live.show_votes"]),
    "posts.PollClosed": ([], ["live.show_change", "notifications.tell_about_poll"]),
    "engagement.PostCommented": ([], ["notifications.tell_about_comment", "live.show_comment", "live.show_counts"]),
    "engagement.CommentApproved": (
        [],
        [
            "notifications.tell_about_comment",
            "notifications.tell_about_choice",
            "live.show_comment",
            "live.show_counts",
        ],
    ),
    "engagement.CommentDeleted": (
        [],
        [
            "live.show_comment_deletion",
            "live.show_counts",
            "engagement.clear_away_picture",
            "notifications.forget_comment",
        ],
    ),
    "engagement.CommentRestored": ([], ["live.show_comment", "live.show_counts"]),
    "engagement.PostLiked": ([], ["notifications.tell_about_like", "live.show_counts"]),
    "engagement.PostUnliked": ([], ["notifications.take_back_like", "live.show_counts"]),
    "engagement.CommentLiked": ([], ["notifications.tell_about_comment_like"]),
    "engagement.CommentUnliked": ([], ["notifications.take_back_comment_like"]),
    "messages.MessageSent": ([], ["live.show_message"]),
    "messages.MessageTakenBack": ([], ["live.show_message_taken_back", "messages.clear_away_picture"]),
    "messages.MessageTakenDown": ([], ["live.show_message_taken_back", "messages.wipe_taken_down"]),
    "messages.MessagePutBack": ([], ["live.show_message_taken_back"]),
    "messages.ConversationRead": ([], ["live.show_read"]),
    "messages.ConversationMoved": ([], ["live.show_conversation_moved"]),
    "screening.LimitImposed": ([], ["notifications.tell_about_limit", "screening.wait_for_end"]),
    "screening.LimitLifted": ([], ["notifications.tell_limit_lifted"]),
    "screening.LimitEnded": ([], ["notifications.tell_limit_ended"]),
    "screening.ItemReleased": (
        ["posts.carry_out", "engagement.carry_out", "messages.carry_out", "accounts.carry_out"],
        ["notifications.tell_about_release"],
    ),
    "screening.ItemRefused": ([], ["notifications.tell_about_refusal"]),
    "screening.ItemWithdrawn": (["media.let_go_of_held"], []),
    "timelines.PostDelivered": ([], ["live.show_new_posts", "live.show_in_topics"]),
    "timelines.FeedsNarrowed": ([], ["live.narrow_feeds"]),
    "portability.ExportRequested": ([], ["portability.gather_export"]),
    "portability.ExportMoved": ([], ["live.show_export"]),
    "portability.ExportReady": ([], ["notifications.tell_export_is_ready"]),
    "moderation.ThingReported": ([], ["live.show_queues"]),
    "moderation.CaseDecided": ([], ["notifications.tell_reporters", "live.show_queues"]),
    "moderation.DecisionMade": ([], ["notifications.tell_about_decision"]),
    "moderation.DecisionUndone": ([], ["notifications.tell_about_undone_decision"]),
    "moderation.AppealFiled": ([], ["notifications.tell_staff_about_appeal", "live.show_queues"]),
    "moderation.AppealDecided": ([], ["notifications.tell_appellant", "live.show_queues"]),
    "moderation.ProposalMade": ([], ["notifications.tell_staff_about_proposal", "live.show_queues"]),
    "moderation.ProposalDecided": ([], ["live.show_queues"]),
    "moderation.BulkStarted": ([], ["moderation.work_off_bulk"]),
    "moderation.BulkMoved": ([], ["live.show_bulk"]),
    "notifications.NoticeGiven": ([], ["live.ring_the_bell"]),
    "notifications.NoticesRead": ([], ["live.ring_the_bell"]),
    "notifications.NoticesChanged": ([], ["live.ring_the_bells"]),
}


def test_no_row_is_missing_and_none_is_too_many():
    assert {name_of(event) for event in WIRING} == set(ROWS)


@pytest.mark.parametrize(("event", "then"), WIRING.items(), ids=lambda thing: getattr(thing, "__name__", ""))
def test_row(event, then):
    at_once, later = ROWS[name_of(event)]
    assert [name_of(listener) for listener in then.at_once] == at_once
    assert [name_of(listener) for listener in then.later] == later


@pytest.mark.parametrize("event", WIRING, ids=lambda event: event.__name__)
def test_events_carry_ids_and_plain_words_alone(event):
    assert dataclasses.is_dataclass(event)
    assert event.__dataclass_params__.frozen
    plain = {"int", "str", "bool", "int | None", "tuple[int, ...]"}
    assert {
        str(field.type.__name__ if isinstance(field.type, type) and "[" not in str(field.type) else field.type)
        for field in dataclasses.fields(event)
    } <= plain


def test_what_happens_by_the_clock():
    assert {name_of(regular.act): regular.minutes for regular in CLOCKWORK} == {
        "accounts.forget_log_ins": 60,
        "media.remove_orphans": 60,
        "notifications.send_digests": 10,
        "portability.remove_expired": 60,
        "screening.forget_old": 60,
        "verification.expire": 60,
        "verification.remind": 60,
        "verification.purge": 60,
        "verification.propose_levels": 60,
    }
    assert all(60 % regular.minutes == 0 for regular in CLOCKWORK)


def test_who_is_asked_about_files():
    assert {guard: name_of(ask) for guard, ask in GUARDS.items()} == {
        "post": "posts.may_see",
        "comment": "engagement.may_see_comment",
        "message": "messages.may_see_message",
        "draft": "backoffice.may_see_held_file",
    }


def test_each_listener_of_a_row_is_named_once():
    for then in WIRING.values():
        names = [name_of(listener) for listener in (*then.at_once, *then.later)]
        assert len(names) == len(set(names))
