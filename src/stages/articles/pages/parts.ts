/** Elements of a page that are captions, or that say whose words a block quotation holds: by their name, else by their class. */

/** Elements that a caption stands in where it has no element of its own. */
const CAPTION_ELEMENTS: ReadonlySet<string> = new Set('div p span small em i dd li'.split(' '));
const CREDIT_ELEMENTS: ReadonlySet<string> = new Set('div p span small em strong a b'.split(' '));
/** "caption", "wp-caption-text", "image__caption", "photo-caption"; not "has-caption". */
const CAPTION_CLASS = /(?:^|[-_])(?:caption|cutline)(?:[-_]{1,2}(?:text|body|content|inner))?$/i;
const CAPTION_STATE = /^(?:has|no|with|without|show|hide)[-_]/i;
const CREDIT_CLASS = /(?:^|[-_])(?:attribution|author|cite|citation|credit|source|speaker|byline)(?:[-_]{1,2}(?:name|text))?$/i;

/** True for the caption of a picture, film or table. */
export function isCaption(name: string, classes: string): boolean {
  if (name === 'figcaption' || name === 'caption') return true;
  return (
    classes !== '' &&
    CAPTION_ELEMENTS.has(name) &&
    classes.split(/\s+/).some((each) => CAPTION_CLASS.test(each) && !CAPTION_STATE.test(each))
  );
}

/** True for what names the speaker inside a block quotation; the same elements mean something else outside of one. */
export function isCredit(name: string, classes: string): boolean {
  if (name === 'cite' || name === 'footer') return true;
  return classes !== '' && CREDIT_ELEMENTS.has(name) && classes.split(/\s+/).some((each) => CREDIT_CLASS.test(each));
}
