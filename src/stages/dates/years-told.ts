/** Numbers of years in the words of headlines and addresses. */

const YEARS_ON =
  /(?<![a-z\d])(\d{1,3}|[a-z]{3,8})[- ]years?[- ](?:on|later|after|since|ago|anniversary)(?![a-z])|(?<!\d)(\d{1,3})(?:st|nd|rd|th)[- ]anniversary/gi;
const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };

/** How many years ago something was, as a headline or an address says it: "ten-years-on", "the 20th anniversary". */
export function yearsTold(words: string): ReadonlySet<number> {
  return new Set(
    [...words.matchAll(YEARS_ON)].map(([, count = '', ordinal]) => {
      const word = count.toLowerCase();
      return Number(ordinal ?? (/^\d/.test(word) ? word : (TENS[word] ?? NUMBERS.indexOf(word) + 1)));
    }),
  );
}
