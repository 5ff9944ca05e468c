"""A review of an own document may be kept by its owner

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op
import workbench.db


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        'inspection',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('user_id', sa.Integer(), nullable=False),
        sa.Column('file_name', sa.String(length=200), nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('place', sa.String(length=200), nullable=False),
        sa.Column('position', sa.String(length=20), nullable=False),
        sa.Column('content', sa.JSON(), nullable=False),
        sa.Column('review', sa.JSON(), nullable=False),
        sa.Column('ruleset', sa.String(length=20), nullable=False),
        sa.Column('score', sa.Integer(), nullable=False),
        sa.Column('saved_at', workbench.db.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_inspection_user_id_user')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_inspection')),
    )
    with op.batch_alter_table('inspection', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_inspection_user_id'), ['user_id'], unique=False)


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table('inspection')
