// Sorted sets of papers' numbers.

// Where the first number not below `value` stands.
export function lowerBound(numbers, value) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function between(numbers, first, end) {
  return numbers.subarray(lowerBound(numbers, first), lowerBound(numbers, end));
}

// The numbers that are in the other set too, or that are not.
function sift(numbers, others, keep) {
  const result = new Uint32Array(numbers.length);
  let size = 0;
  let at = 0;
  for (const number of numbers) {
    while (at < others.length && others[at] < number) ++at;
    if ((others[at] === number) === keep) result[size++] = number;
  }
  return result.subarray(0, size);
}
export function intersect(a, b) {
  return a.length < b.length ? sift(a, b, true) : sift(b, a, true);
}
export function subtract(a, b) {
  return b.length ? sift(a, b, false) : a;
}

export function unite(sets) {
  if (sets.length < 2) return sets[0] || new Uint32Array(0);
  const all = new Uint32Array(sets.reduce((sum, set) => sum + set.length, 0));
  let size = 0;
  for (const set of sets) all.set(set, size), size += set.length;
  all.sort();
  return all.filter((number, i) => !i || all[i - 1] !== number);
}
