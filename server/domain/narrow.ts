/** Whole numbers in as few bytes as hold all of them: two where they can, as of days until the year 2149, else four. */
export type Narrow = Uint16Array | Int32Array;

/** Whether two bytes hold a number. */
export function isShort(number: number): boolean {
  return number >= 0 && number < 2 ** 16;
}

export function narrow(numbers: readonly number[]): Narrow {
  return numbers.every(isShort) ? Uint16Array.from(numbers) : Int32Array.from(numbers);
}

/** Zeros, to count up to a number with. */
export function zerosFor(most: number, length: number): Narrow {
  return isShort(most) ? new Uint16Array(length) : new Int32Array(length);
}
