-- DropForeignKey
ALTER TABLE "fact" DROP CONSTRAINT "fact_quarter_id_fkey";

-- DropForeignKey
ALTER TABLE "quarter" DROP CONSTRAINT "quarter_company_id_fkey";

-- DropIndex
DROP INDEX "fact_company_id_concept_definition_period_end_published_on__key";

-- AlterTable
ALTER TABLE "company" ADD COLUMN     "aliases" TEXT;

-- AlterTable
ALTER TABLE "fact" DROP COLUMN "quarter_id",
ADD COLUMN     "locator" TEXT,
ADD COLUMN     "rounded_to" DECIMAL(38,4) NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "accession" TEXT,
ADD COLUMN     "form" TEXT;

-- DropTable
DROP TABLE "quarter";

-- CreateTable
CREATE TABLE "non_disclosure" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "concept" "Concept" NOT NULL,
    "from" TEXT,
    "until" TEXT,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "non_disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidance" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "concept" "Concept" NOT NULL,
    "basis" TEXT NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "low" DECIMAL(38,4),
    "high" DECIMAL(38,4),
    "currency" "Currency" NOT NULL,
    "said_on" DATE NOT NULL,
    "source_id" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "guidance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "non_disclosure_company_id_concept_from_key" ON "non_disclosure"("company_id", "concept", "from") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "guidance_company_id_concept_basis_period_start_period_end_s_key" ON "guidance"("company_id", "concept", "basis", "period_start", "period_end", "said_on", "source_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "fact_company_id_concept_definition_period_start_period_end__key" ON "fact"("company_id", "concept", "definition", "period_start", "period_end", "published_on", "source_id");

-- AddForeignKey
ALTER TABLE "non_disclosure" ADD CONSTRAINT "non_disclosure_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidance" ADD CONSTRAINT "guidance_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
