-- DropIndex
DROP INDEX "definition_position_key";

-- AlterTable
ALTER TABLE "definition" RENAME COLUMN "position" TO "rank";

-- AlterTable
ALTER TABLE "group" RENAME COLUMN "position" TO "rank";

-- As in a database that is filled today: definitions of the dataset's own by their places among each other, tags behind them all.
UPDATE "definition" SET "rank" = placed."rank"
FROM (
  SELECT "slug",
    CASE WHEN "slug" LIKE '%:%' THEN 1000000 ELSE 0 END
      + row_number() OVER (PARTITION BY "slug" LIKE '%:%' ORDER BY "rank") AS "rank"
  FROM "definition"
) placed
WHERE placed."slug" = "definition"."slug";

-- Ranks are content: the newest version is worked out anew at the next start.
UPDATE "import" SET "version" = NULL WHERE "id" = (SELECT max("id") FROM "import");
