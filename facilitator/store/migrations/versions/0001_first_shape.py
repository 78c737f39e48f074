"""The first shape of a workshop file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def _replica() -> None:
    op.create_table(
        "replica",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_replica"),
    )


def _background() -> None:
    op.create_table(
        "background",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_background"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_background_owner"),
    )


def _category() -> None:
    op.create_table(
        "category",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("short", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("tiny", sa.Text(), nullable=False),
        sa.Column("allotment_ms", sa.Integer(), nullable=True),
        sa.Column("target_share", sa.Float(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_category"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_category_owner"),
    )


def _day() -> None:
    op.create_table(
        "day",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("sittings", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_day"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_day_owner"),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("replica", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("replica", name="pk_draft"),
        sa.ForeignKeyConstraint(["replica"], ["replica.id"], name="fk_draft_replica"),
    )


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("replica", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("desk", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        sa.ForeignKeyConstraint(["replica"], ["replica.id"], name="fk_event_replica"),
        sa.ForeignKeyConstraint(["undoes"], ["event.id"], name="fk_event_undoes"),
        sa.UniqueConstraint("replica", "seq", name="uq_event_replica_seq"),
    )


def _panel() -> None:
    op.create_table(
        "panel",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("short", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("hard_stop", sa.Integer(), nullable=False),
        sa.Column("questions_are", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("list_open", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.Integer(), nullable=True),
        sa.Column("resumes_at", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_panel"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_panel_owner"),
        sa.CheckConstraint("starts < ends", name=op.f("ck_panel_time")),
    )


def _workshop() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("short", sa.Text(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("aim", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_workshop_owner"),
    )


def _allotment() -> None:
    op.create_table(
        "allotment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("ms", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_allotment"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name="fk_allotment_panel"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_allotment_owner"),
    )


def _participant() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("second_name", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("delegation", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participant"),
        sa.ForeignKeyConstraint(["category"], ["category.id"], name="fk_participant_category"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_participant_owner"),
    )


def _question() -> None:
    op.create_table(
        "question",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("short", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name="fk_question_panel"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_question_owner"),
    )


def _recommendation() -> None:
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("addressees", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recommendation"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name="fk_recommendation_panel"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_recommendation_owner"),
    )
    op.create_index("ix_recommendation_panel", "recommendation", ["panel"])


def _request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("participant", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("place", sa.Float(), nullable=False),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("on_behalf_of", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name="fk_request_panel"),
        sa.ForeignKeyConstraint(["participant"], ["participant.id"], name="fk_request_participant"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_request_owner"),
    )
    op.create_index("ix_request_panel", "request", ["panel"])


def _intervention() -> None:
    op.create_table(
        "intervention",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=True),
        sa.Column("participant", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("on_behalf_of", sa.Text(), nullable=False),
        sa.Column("began", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=True),
        sa.Column("allotment_ms", sa.Integer(), nullable=False),
        sa.Column("added_ms", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_intervention"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name="fk_intervention_panel"),
        sa.ForeignKeyConstraint(["request"], ["request.id"], name="fk_intervention_request"),
        sa.ForeignKeyConstraint(["participant"], ["participant.id"], name="fk_intervention_participant"),
        sa.ForeignKeyConstraint(["category"], ["category.id"], name="fk_intervention_category"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_intervention_owner"),
        sa.CheckConstraint("ended IS NULL OR began <= ended", name=op.f("ck_intervention_time")),
    )
    op.create_index("ix_intervention_panel", "intervention", ["panel"])
    op.create_index(
        "uq_intervention_one_speaker",
        "intervention",
        ["panel"],
        unique=True,
        sqlite_where=sa.text("ended IS NULL"),
    )


def _note() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("panel", sa.Text(), nullable=False),
        sa.Column("intervention", sa.Text(), nullable=True),
        sa.Column("participant", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("offset_ms", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("revisions", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        sa.ForeignKeyConstraint(["panel"], ["panel.id"], name="fk_note_panel"),
        sa.ForeignKeyConstraint(["intervention"], ["intervention.id"], name="fk_note_intervention"),
        sa.ForeignKeyConstraint(["participant"], ["participant.id"], name="fk_note_participant"),
        sa.ForeignKeyConstraint(["category"], ["category.id"], name="fk_note_category"),
        sa.ForeignKeyConstraint(["question"], ["question.id"], name="fk_note_question"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_note_owner"),
    )
    op.create_index("ix_note_panel", "note", ["panel"])


def _pause() -> None:
    op.create_table(
        "pause",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("intervention", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("began", sa.Integer(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pause"),
        sa.ForeignKeyConstraint(["intervention"], ["intervention.id"], name="fk_pause_intervention"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_pause_owner"),
    )


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_revision"),
        sa.ForeignKeyConstraint(["note"], ["note.id"], name="fk_revision_note"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_revision_owner"),
    )
    op.create_index("ix_revision_note", "revision", ["note"])


def _source() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.ForeignKeyConstraint(["recommendation"], ["recommendation.id"], name="fk_source_recommendation"),
        sa.ForeignKeyConstraint(["note"], ["note.id"], name="fk_source_note"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_source_owner"),
    )


def upgrade() -> None:
    _meta()
    _replica()
    _background()
    _category()
    _day()
    _draft()
    _event()
    _panel()
    _workshop()
    _allotment()
    _participant()
    _question()
    _recommendation()
    _request()
    _intervention()
    _note()
    _pause()
    _revision()
    _source()


def downgrade() -> None:
    raise RuntimeError("a workshop file is never taken back to an earlier shape; a snapshot is")
