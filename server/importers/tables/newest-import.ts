/** SQL of the id of the import that is under way: its row comes before all of its others. */
export const NEWEST_IMPORT = '(select max(id) from import)';
