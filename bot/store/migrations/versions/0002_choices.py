"""Which article a chat has settled on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "choices",
        sa.Column("bot", sa.String(64), primary_key=True),
        sa.Column("chat", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("choices")
