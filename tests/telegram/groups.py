"""Groups: how a bot gets into one, and how a group becomes a supergroup with another number."""

from tests.telegram.calls import JSON
from tests.telegram.chats import GIFTS, Chat
from tests.telegram.customers import MEMBERSHIP_LANE, Customer
from tests.telegram.platform import Telegram


def founded(telegram: Telegram, title: str, owner: Customer) -> Chat:
    """A group of somebody who adds the bot to it."""
    number = -4_000_000_000 - len(telegram.chats)
    shape = {"id": number, "title": title, "type": "group", "all_members_are_administrators": True}
    group = telegram.chats[number] = Chat(shape | {"accepted_gift_types": dict.fromkeys(GIFTS, False)})
    user, bot = owner.person.user, telegram.bot
    group.members = {user["id"]: {"user": user, "status": "creator", "is_anonymous": False}, bot["id"]: {"user": bot, "status": "member"}}
    change = {"old_chat_member": {"user": bot, "status": "left"}, "new_chat_member": {"user": bot, "status": "member"}}
    about = {"chat": group.shape, "from": user, "date": telegram.now()}
    telegram.updates.put("my_chat_member", about | change, number + MEMBERSHIP_LANE)
    owner.within(group).write({"new_chat_participant": bot, "new_chat_member": bot, "new_chat_members": [bot]})
    return group


def migrated(telegram: Telegram, group: Chat, owner: Customer) -> Chat:
    """The supergroup that the group became. What is sent to the group's old number is refused, and the new one named."""
    number = -1_000_000_000_000 + group.id
    bigger = telegram.chats[number] = Chat({"id": number, "title": group.shape["title"], "type": "supergroup"})
    bigger.members = dict(group.members)
    owner.within(group).write({"migrate_to_chat_id": number})
    group.moved_to = number
    anonymous: JSON = {"sender_chat": bigger.shape, "from": _ANONYMOUS}
    owner.within(bigger).write(anonymous | {"migrate_from_chat_id": group.id})
    return bigger


_ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
