-- What stood in notes of the reviewed dataset and has a column of its own since, the place in the document, goes out of them, and
-- three filings get the address of the document in place of a search for it: of two texts the longer stays, so that no import would do it.
UPDATE "fact" SET "note" = mended."to"
FROM (VALUES
  ('Cash paid, printed to 0.1 bn in the free cash flow paragraph of the HKEX text.',
   'Cash paid, printed to 0.1 bn.'),
  ('Cash paid, printed to 0.1 bn; sentence quoted in.',
   'Cash paid, printed to 0.1 bn.'),
  ('Free cash flow reconciliation quoted in GitHub marketmarathon/race-through-time 3c7ee322, china_observations.csv. Dated by the 6-K; the release came up to two days earlier.',
   'Quoted in GitHub marketmarathon/race-through-time 3c7ee322, china_observations.csv. Dated by the 6-K; the release came up to two days earlier.'),
  ('Free cash flow reconciliation quoted in GitHub marketmarathon/race-through-time 3c7ee322, china_observations.csv. Previous-quarter column; first printed in February 2021, that print was not seen.',
   'Quoted in GitHub marketmarathon/race-through-time 3c7ee322, china_observations.csv. First printed in February 2021, that print was not seen.'),
  ('Free cash flow table of the announcement, read in a GitHub pack made from the 6-Ks.',
   'Read in a GitHub pack made from the 6-Ks.'),
  ('Quarter column of the release; SEC XBRL tables agree to one million.',
   'SEC XBRL tables agree to one million.'),
  ('Quoted from the investing-activities paragraph in GitHub marketmarathon/race-through-time 3c7ee322, data/rtt-103/source/china_observations.csv; fiscal years 41,450 and 53,309 agree.',
   'Quoted in GitHub marketmarathon/race-through-time 3c7ee322, data/rtt-103/source/china_observations.csv; fiscal years 41,450 and 53,309 agree.'),
  ('Two tables agree: official filings and StockAnalysis (GitHub AlexLIAOPOLY/cmhk-competitive-intelligence 8f9023fc).  Year-to-date figure less the earlier one.',
   'Two tables agree: official filings and StockAnalysis (GitHub AlexLIAOPOLY/cmhk-competitive-intelligence 8f9023fc). Year-to-date figure less the earlier one.'),
  ('Two tables agree: official filings and StockAnalysis (GitHub AlexLIAOPOLY/cmhk-competitive-intelligence 8f9023fc). Date: annual report; the results announcement of March was not seen.  Year-to-date figure less the earlier one.',
   'Two tables agree: official filings and StockAnalysis (GitHub AlexLIAOPOLY/cmhk-competitive-intelligence 8f9023fc). Date: annual report; the results announcement of March was not seen. Year-to-date figure less the earlier one.'),
  ('Two tables agree: official filings and StockAnalysis (GitHub AlexLIAOPOLY/cmhk-competitive-intelligence 8f9023fc). Date: stock exchange document of that day.  Year-to-date figure less the earlier one.',
   'Two tables agree: official filings and StockAnalysis (GitHub AlexLIAOPOLY/cmhk-competitive-intelligence 8f9023fc). Date: stock exchange document of that day. Year-to-date figure less the earlier one.')
) mended("from", "to")
WHERE "fact"."note" = mended."from";

UPDATE "source" SET "url" = mended."to"
FROM (VALUES
  ('crwv-10k-2025', 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001769628&type=10-K',
   'https://www.sec.gov/Archives/edgar/data/1769628/000176962826000104/'),
  ('crwv-10q-2025q3', 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001769628&type=10-Q',
   'https://www.sec.gov/Archives/edgar/data/1769628/000176962825000062/'),
  ('crwv-10q-2026q1', 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001769628&type=10-Q',
   'https://www.sec.gov/Archives/edgar/data/1769628/000176962826000222/')
) mended("slug", "from", "to")
WHERE "source"."slug" = mended."slug" AND "source"."url" = mended."from";

-- That is content: the newest version is worked out anew at the next start.
UPDATE "import" SET "version" = NULL WHERE "id" = (SELECT max("id") FROM "import");
