-- CreateEnum
CREATE TYPE "Concept" AS ENUM ('REVENUE', 'CLOUD_REVENUE', 'CAPEX', 'CAPEX_INCLUDING_LEASES', 'OPERATING_CASH_FLOW', 'DEPRECIATION_AND_AMORTIZATION');

-- CreateEnum
CREATE TYPE "Quality" AS ENUM ('REPORTED', 'DERIVED', 'ESTIMATED');

-- CreateEnum
CREATE TYPE "Currency" AS ENUM ('USD', 'CNY', 'HKD', 'EUR');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('FILING', 'PRESS_RELEASE', 'DATASET', 'NEWS', 'ESTIMATE');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('CSV', 'EDGAR', 'RATES');

-- CreateTable
CREATE TABLE "company" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ticker" TEXT,
    "country" TEXT NOT NULL,
    "reporting_currency" "Currency" NOT NULL,
    "fiscal_year_end_month" INTEGER NOT NULL,
    "cik" TEXT,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "group_id" INTEGER NOT NULL,
    "company_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("group_id","company_id")
);

-- CreateTable
CREATE TABLE "definition" (
    "slug" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "definition_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "quarter" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "calendar_quarter" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "fiscal_quarter" INTEGER NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,

    CONSTRAINT "quarter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" SERIAL NOT NULL,
    "company_id" INTEGER NOT NULL,
    "quarter_id" INTEGER NOT NULL,
    "concept" "Concept" NOT NULL,
    "definition" TEXT NOT NULL,
    "period_start" DATE NOT NULL,
    "period_end" DATE NOT NULL,
    "value" DECIMAL(38,4) NOT NULL,
    "currency" "Currency" NOT NULL,
    "quality" "Quality" NOT NULL,
    "published_on" DATE NOT NULL,
    "source_id" INTEGER NOT NULL,
    "note" TEXT,
    "import_id" INTEGER NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "published_on" DATE,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "base" "Currency" NOT NULL,
    "quote" "Currency" NOT NULL,
    "calendar_quarter" TEXT NOT NULL,
    "average" DECIMAL(20,10) NOT NULL,
    "period_end" DECIMAL(20,10),
    "source_id" INTEGER NOT NULL,
    "import_id" INTEGER NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("base","quote","calendar_quarter")
);

-- CreateTable
CREATE TABLE "import" (
    "id" SERIAL NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "origin" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "facts_added" INTEGER NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "company_slug_key" ON "company"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "company_ticker_key" ON "company"("ticker");

-- CreateIndex
CREATE UNIQUE INDEX "company_cik_key" ON "company"("cik");

-- CreateIndex
CREATE UNIQUE INDEX "group_slug_key" ON "group"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "definition_position_key" ON "definition"("position");

-- CreateIndex
CREATE UNIQUE INDEX "quarter_company_id_calendar_quarter_key" ON "quarter"("company_id", "calendar_quarter");

-- CreateIndex
CREATE UNIQUE INDEX "fact_company_id_concept_definition_period_end_published_on__key" ON "fact"("company_id", "concept", "definition", "period_end", "published_on", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarter" ADD CONSTRAINT "quarter_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_quarter_id_fkey" FOREIGN KEY ("quarter_id") REFERENCES "quarter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_definition_fkey" FOREIGN KEY ("definition") REFERENCES "definition"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact" ADD CONSTRAINT "fact_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
