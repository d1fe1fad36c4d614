"""Topics of forums (core.telegram.org/api/forum)."""

from __future__ import annotations

from bot.simulator.delivery.posts import post
from bot.simulator.errors import ImpossibleAction
from bot.simulator.world.chats import ForumTopic, Group
from bot.simulator.world.message_content.services import TopicCreated
from bot.simulator.world.users import User
from bot.simulator.world.world import World


def create_topic(world: World, group: Group, creator: User, name: str) -> ForumTopic:
    """Open a topic; its first message is the service message that says so."""
    if not group.is_forum:
        raise ImpossibleAction("the group has no topics")
    topic = ForumTopic(group.next_id_to_come, name)
    group.add_topic(topic)
    post(world, group, creator, topic=topic, thread_id=topic.id, service=TopicCreated(name))
    return topic
