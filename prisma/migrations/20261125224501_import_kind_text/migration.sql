-- A new importer needs no migration: its name is all that is kept of it.
ALTER TABLE "import" ALTER COLUMN "kind" TYPE TEXT USING lower("kind"::text);

-- DropEnum
DROP TYPE "ImportKind";
