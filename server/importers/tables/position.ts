/** SQL of the places of new rows after those of a table's others, in the order in which they came in. */
export const nextPosition = (table: string) =>
  `(select coalesce(max(position), 0) from ${table}) + row_number() over (order by staged.place)`;
