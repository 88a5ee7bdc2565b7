-- Members are people, or programs that sign in by themselves.
ALTER TABLE member ADD COLUMN kind text NOT NULL DEFAULT 'PERSON'
    CONSTRAINT member_kind_ck CHECK (kind IN ('PERSON', 'SERVICE'));
