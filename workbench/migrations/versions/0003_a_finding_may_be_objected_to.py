"""A finding may be objected to, and an accepted objection adjusts the machine's score

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op
import workbench.db


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        'objection',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('attempt_id', sa.Integer(), nullable=False),
        sa.Column('finding', sa.String(length=160), nullable=False),
        sa.Column('rule', sa.String(length=80), nullable=False),
        sa.Column('reason', sa.Text(), nullable=False),
        sa.Column('raised_at', workbench.db.Moment(timezone=True), nullable=False),
        sa.Column('state', sa.String(length=20), nullable=False),
        sa.Column('answer', sa.Text(), nullable=True),
        sa.Column('decided_by_id', sa.Integer(), nullable=True),
        sa.Column('decided_at', workbench.db.Moment(timezone=True), nullable=True),
        sa.Column('seen_at', workbench.db.Moment(timezone=True), nullable=True),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['attempt_id'], ['attempt.id'], name=op.f('fk_objection_attempt_id_attempt')),
        sa.ForeignKeyConstraint(['decided_by_id'], ['user.id'], name=op.f('fk_objection_decided_by_id_user')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_objection')),
        sa.UniqueConstraint('attempt_id', 'finding', name=op.f('uq_objection_attempt_id_finding')),
    )
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_objection_attempt_id'), ['attempt_id'], unique=False)
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.add_column(sa.Column('adjusted_score', sa.Integer(), nullable=True))


def downgrade() -> None:
    """Back to the one before."""
    with op.batch_alter_table('attempt', schema=None) as batch_op:
        batch_op.drop_column('adjusted_score')
    op.drop_table('objection')
