-- AlterTable
ALTER TABLE "import" ADD COLUMN     "version" TEXT;
