/** Hits as the tables spell them. They are spelt once, when a score meets its statement: reading the JSON of all of them would be a third of putting statements in order. */

const HITS = `from_json(s.hits, '[{"about":"VARCHAR","words":"VARCHAR","term":"VARCHAR","value":"DOUBLE"}]')`;

/** SQL over a relation s with `hits`: what the hits with points are about, as 'other side; relation'. */
export const ABOUT = `array_to_string(list_sort(list_distinct(list_transform(list_filter(${HITS}, lambda hit: hit.value <> 0), lambda hit: hit.about))), '; ')`;

/** SQL over a relation s with `hits`: each with its words, row and points, as 'ready to talk [ready] +1.00; threat [threat] -0.50'. */
export const TERMS = `array_to_string(list_transform(${HITS}, lambda hit: hit.words || ' [' || hit.term || '] ' || printf('%+.2f', hit.value)), '; ')`;
