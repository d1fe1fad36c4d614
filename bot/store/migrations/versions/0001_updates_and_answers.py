"""Updates that wait for their answers, and which message answers which question."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "updates",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("bot", sa.String(64), nullable=False),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("lane", sa.String(64), nullable=False),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("received_at", sa.Float, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("leased_by", sa.String(64)),
        sa.Column("leased_until", sa.Float),
        sa.Column("done_at", sa.Float),
        sa.UniqueConstraint("bot", "update_id", "digest", name="updates_once"),
    )
    op.create_index("updates_waiting", "updates", ["bot", "done_at", "lane", "id"])
    op.create_table(
        "answers",
        sa.Column("bot", sa.String(64), primary_key=True),
        sa.Column("chat", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("question", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("answer", sa.BigInteger, nullable=False),
        sa.Column("answered_at", sa.Float, nullable=False),
    )
    op.create_index("answers_by_age", "answers", ["answered_at"])


def downgrade() -> None:
    op.drop_table("answers")
    op.drop_table("updates")
