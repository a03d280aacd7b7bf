-- AlterTable
ALTER TABLE "import" ADD COLUMN     "summary" JSONB;

-- CreateIndex
CREATE INDEX "fact_import_id_idx" ON "fact"("import_id");
