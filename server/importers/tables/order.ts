/** SQL of what to order by, from SQL of a value; nothing comes last. */
export type Order = (value: string) => string;

// Which of two values stays where imports differ. An order does not ask who came first.

/** The smallest number, the earliest day, the first word of an enum. */
export const smallest: Order = (value) => value;

/** The smallest number; the one that is stored where nothing is said comes last. */
export const smallestBut =
  (otherwise: string): Order =>
  (value) =>
    `${value} = ${otherwise}, ${value}`;

/** The first text by its code points, in whatever language the database sorts. */
export const firstText: Order = (value) => `${value} collate "C"`;

/** The longest text, which most likely says most; of equally long ones the first. */
export const longest: Order = (value) => `length(${value}) desc, ${firstText(value)}`;

/** What is referred to by the first slug. */
export const firstIn =
  (table: string): Order =>
  (id) =>
    firstText(`(select slug from ${table} named where named.id = ${id})`);
