"""What follows when something has happened: event -> what happens at once, what happens later.

The one table to read. At once: in the transaction of the act. Later: each listener in a transaction of its own.
CLOCKWORK is what happens by the clock alone; GUARDS say who may see the files that hang on something;
MEASURE counts whom verified people reach; COUNTERS are what `flask recount` compares; EXPORTS are files of a data
export beside those that portability writes.
"""

from app.accounts import events as accounts
from app.accounts import listeners as accounts_do
from app.accounts import operations as accounts_can
from app.announcements import events as announcements
from app.backoffice.queries import review as backoffice_knows
from app.engagement import events as engagement
from app.engagement import listeners as engagement_does
from app.engagement import queries as engagement_knows
from app.kernel.events import Then
from app.kernel.jobs import Regularly
from app.kernel.recounting import Counters
from app.live import listeners as live_does
from app.media import listeners as media_does
from app.media import operations as media_can
from app.media.queries import Guard
from app.messages import events as messages
from app.messages import listeners as messages_do
from app.messages import queries as messages_know
from app.moderation import events as moderation
from app.moderation import listeners as moderation_does
from app.moderation import queries as moderation_knows
from app.notifications import events as notifications
from app.notifications import listeners as notifications_does
from app.portability import events as portability
from app.portability import listeners as portability_does
from app.portability import operations as portability_can
from app.portability.queries.collecting import Source
from app.posts import events as posts
from app.posts import listeners as posts_does
from app.posts import queries as posts_know
from app.products import events as products
from app.products import listeners as products_does
from app.relationships import events as relationships
from app.relationships import listeners as relationships_do
from app.relationships import queries as relationships_know
from app.screening import events as screening
from app.screening import listeners as screening_does
from app.screening import operations as screening_can
from app.timelines import events as timelines
from app.timelines import listeners as timelines_does
from app.verification import events as verification
from app.verification import listeners as verification_does
from app.verification import operations as verification_can
from app.verification.queries import Measure

WIRING: dict[type, Then] = {
    accounts.AccountOpened: Then(later=[notifications_does.welcome, accounts_do.flag_lookalikes]),
    accounts.NicknameChanged: Then(later=[accounts_do.flag_lookalikes]),
    accounts.PasswordChanged: Then(later=[live_does.end_sessions]),
    accounts.SessionsEnded: Then(later=[live_does.end_sessions]),
    accounts.RoleChanged: Then(later=[live_does.end_sessions]),
    accounts.LoggedOutByStaff: Then(later=[live_does.end_sessions, notifications_does.tell_about_ended_sessions]),
    accounts.SecondFactorAdded: Then(later=[notifications_does.tell_about_new_factor]),
    accounts.SecondFactorRemoved: Then(later=[notifications_does.tell_about_lost_factor]),
    accounts.RecoveryCodeUsed: Then(later=[notifications_does.tell_about_recovery]),
    accounts.AccountBanned: Then(later=[live_does.reload_pages]),
    accounts.AccountUnbanned: Then(later=[live_does.reload_pages]),
    accounts.BadgeChanged: Then(later=[live_does.show_badge, accounts_do.flag_lookalikes]),
    accounts.ClosingAsked: Then(later=[accounts_do.close_when_due, live_does.reload_pages]),
    accounts.ClosingCancelled: Then(later=[live_does.reload_pages]),
    accounts.AccountClosed: Then(
        later=[
            live_does.reload_pages,
            posts_does.forget_account,
            engagement_does.forget_account,
            relationships_do.forget_account,
            messages_do.forget_account,
            timelines_does.forget_account,
            notifications_does.forget_account,
            media_does.forget_account,
            verification_does.forget_account,
            moderation_does.forget_account,
            portability_does.forget_account,
            accounts_do.forget_in_screening,
            accounts_do.forget_in_cache,
        ]
    ),
    relationships.AccountFollowed: Then(
        later=[
            timelines_does.bring_in_recent_posts,
            messages_do.take_in_conversation,
            notifications_does.tell_about_fan,
            live_does.renew_rooms,
        ]
    ),
    relationships.AccountUnfollowed: Then(
        later=[timelines_does.clear_out_posts, notifications_does.take_back_fan, live_does.renew_rooms]
    ),
    relationships.AccountBlocked: Then(later=[notifications_does.part, live_does.renew_rooms_of_both]),
    relationships.AccountMuted: Then(later=[live_does.renew_rooms_of_muter]),
    relationships.AccountUnmuted: Then(later=[live_does.renew_rooms_of_muter]),
    relationships.RepostsMuted: Then(later=[live_does.narrow_feeds]),
    relationships.GroupJoined: Then(later=[timelines_does.bring_in_posts_for_group]),
    verification.VerificationGranted: Then(later=[notifications_does.tell_about_verification]),
    verification.ApplicationAnswered: Then(later=[notifications_does.tell_about_answer]),
    verification.VerificationEnding: Then(later=[notifications_does.tell_about_ending]),
    verification.VerificationEnded: Then(later=[notifications_does.tell_about_end]),
    products.LinkPasted: Then(later=[products_does.fetch_link]),
    products.ProductMerged: Then(
        at_once=[posts_does.show_merged_product, engagement_does.shelve_merged_product, messages_do.show_merged_product]
    ),
    products.LinkResolved: Then(later=[live_does.show_link]),
    announcements.CharterPublished: Then(later=[notifications_does.tell_about_charter]),
    posts.PostPublished: Then(
        at_once=[timelines_does.place_on_own_timeline, posts_does.clear_draft],
        later=[timelines_does.fan_out_to_followers, notifications_does.tell_mentioned],
    ),
    posts.PostBroughtIn: Then(
        at_once=[timelines_does.place_on_own_timeline], later=[timelines_does.fan_out_to_followers]
    ),
    posts.PostScheduled: Then(later=[posts_does.publish_scheduled]),
    posts.ScheduledPostHeld: Then(later=[notifications_does.tell_about_held_schedule]),
    posts.ScheduledPostFailed: Then(later=[notifications_does.tell_about_failed_schedule]),
    posts.PostReposted: Then(
        at_once=[timelines_does.place_on_own_timeline, engagement_does.comment_alongside],
        later=[
            timelines_does.fan_out_to_followers,
            notifications_does.tell_authors_along_the_chain,
            notifications_does.tell_mentioned,
            live_does.show_repost_counts,
        ],
    ),
    posts.PostDeleted: Then(later=[live_does.show_deletion, notifications_does.hide_post, posts_does.purge_deleted]),
    posts.PostRestored: Then(later=[live_does.show_restoration, notifications_does.show_post_again]),
    posts.PostPurged: Then(
        later=[
            timelines_does.withdraw_post,
            posts_does.clear_away_files,
            engagement_does.clear_away_pictures_below,
            notifications_does.forget_post,
        ]
    ),
    posts.AudienceNarrowed: Then(later=[live_does.show_to_fewer, notifications_does.recount_unread]),
    posts.PermissionsChanged: Then(later=[live_does.show_change]),
    posts.PreviewChanged: Then(later=[live_does.show_change]),
    posts.PostLabelled: Then(later=[notifications_does.tell_about_label, live_does.show_change]),
    posts.TopicWithheld: Then(later=[notifications_does.tell_host_topic_withheld]),
    posts.TopicShownAgain: Then(later=[notifications_does.tell_host_topic_shown]),
    posts.PostEdited: Then(later=[notifications_does.tell_mentioned, live_does.show_change]),
    posts.PollOpened: Then(later=[posts_does.close_poll]),
    posts.PollVoted: Then(later=[live_does.show_votes]),
    posts.PollClosed: Then(later=[live_does.show_change, notifications_does.tell_about_poll]),
    engagement.PostCommented: Then(
        later=[notifications_does.tell_about_comment, live_does.show_comment, live_does.show_counts]
    ),
    engagement.CommentApproved: Then(
        later=[
            notifications_does.tell_about_comment,
            notifications_does.tell_about_choice,
            live_does.show_comment,
            live_does.show_counts,
        ]
    ),
    engagement.CommentDeleted: Then(
        later=[
            live_does.show_comment_deletion,
            live_does.show_counts,
            engagement_does.clear_away_picture,
            notifications_does.forget_comment,
        ]
    ),
    engagement.CommentRestored: Then(later=[live_does.show_comment, live_does.show_counts]),
    engagement.PostLiked: Then(later=[notifications_does.tell_about_like, live_does.show_counts]),
    engagement.PostUnliked: Then(later=[notifications_does.take_back_like, live_does.show_counts]),
    engagement.CommentLiked: Then(later=[notifications_does.tell_about_comment_like]),
    engagement.CommentUnliked: Then(later=[notifications_does.take_back_comment_like]),
    messages.MessageSent: Then(later=[live_does.show_message]),
    messages.MessageTakenBack: Then(later=[live_does.show_message_taken_back, messages_do.clear_away_picture]),
    messages.MessageTakenDown: Then(later=[live_does.show_message_taken_back, messages_do.wipe_taken_down]),
    messages.MessagePutBack: Then(later=[live_does.show_message_taken_back]),
    messages.ConversationRead: Then(later=[live_does.show_read]),
    messages.ConversationMoved: Then(later=[live_does.show_conversation_moved]),
    screening.LimitImposed: Then(later=[notifications_does.tell_about_limit, screening_does.wait_for_end]),
    screening.LimitLifted: Then(later=[notifications_does.tell_limit_lifted]),
    screening.LimitEnded: Then(later=[notifications_does.tell_limit_ended]),
    screening.ItemReleased: Then(
        at_once=[posts_does.carry_out, engagement_does.carry_out, messages_do.carry_out, accounts_do.carry_out],
        later=[notifications_does.tell_about_release],
    ),
    screening.ItemRefused: Then(later=[notifications_does.tell_about_refusal]),
    screening.ItemWithdrawn: Then(at_once=[media_does.let_go_of_held]),
    timelines.PostDelivered: Then(later=[live_does.show_new_posts, live_does.show_in_topics]),
    timelines.FeedsNarrowed: Then(later=[live_does.narrow_feeds]),
    moderation.ThingReported: Then(later=[live_does.show_queues]),
    moderation.CaseDecided: Then(later=[notifications_does.tell_reporters, live_does.show_queues]),
    moderation.DecisionMade: Then(later=[notifications_does.tell_about_decision]),
    moderation.DecisionUndone: Then(later=[notifications_does.tell_about_undone_decision]),
    moderation.AppealFiled: Then(later=[notifications_does.tell_staff_about_appeal, live_does.show_queues]),
    moderation.AppealDecided: Then(later=[notifications_does.tell_appellant, live_does.show_queues]),
    moderation.ProposalMade: Then(later=[notifications_does.tell_staff_about_proposal, live_does.show_queues]),
    moderation.ProposalDecided: Then(later=[live_does.show_queues]),
    moderation.BulkStarted: Then(later=[moderation_does.work_off_bulk]),
    moderation.BulkMoved: Then(later=[live_does.show_bulk]),
    portability.ExportRequested: Then(later=[portability_does.gather_export]),
    portability.ExportMoved: Then(later=[live_does.show_export]),
    portability.ExportReady: Then(later=[notifications_does.tell_export_is_ready]),
    notifications.NoticeGiven: Then(later=[live_does.ring_the_bell]),
    notifications.NoticesRead: Then(later=[live_does.ring_the_bell]),
    notifications.NoticesChanged: Then(later=[live_does.ring_the_bells]),
}

CLOCKWORK: list[Regularly] = [
    Regularly(accounts_can.forget_log_ins, minutes=60),
    Regularly(media_can.remove_orphans, minutes=60),
    Regularly(portability_can.remove_expired, minutes=60),
    Regularly(notifications_does.send_digests, minutes=10),
    Regularly(screening_can.forget_old, minutes=60),
    Regularly(verification_can.expire, minutes=60),
    Regularly(verification_can.remind, minutes=60),
    Regularly(verification_can.purge, minutes=60),
    Regularly(verification_can.propose_levels, minutes=60),
]

MEASURE: Measure = engagement_knows.reach_of

GUARDS: dict[str, Guard] = {
    "post": posts_know.may_see,
    "comment": engagement_knows.may_see_comment,
    "message": messages_know.may_see_message,
    "draft": backoffice_knows.may_see_held_file,
}

COUNTERS: list[Counters] = [
    relationships_know.miscounts,
    posts_know.miscounts,
    engagement_knows.miscounts,
    messages_know.miscounts,
]

EXPORTS: dict[str, Source] = {
    "decisions": moderation_knows.exported_decisions,
}
