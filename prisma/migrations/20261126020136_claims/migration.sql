-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "source_id" INTEGER NOT NULL,
    "said_on" DATE NOT NULL,
    "statement" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "published" DECIMAL(16,4),
    "published_to" DECIMAL(16,4),
    "precision" DECIMAL(16,4),
    "readings" JSONB NOT NULL,
    "later" JSONB,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "claim_slug_key" ON "claim"("slug");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
