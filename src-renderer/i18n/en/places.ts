/** Places in a finished file, from the outside in. */
export const places = {
  between: ', ',
  content: 'what it was made from',
  'file-name': 'the name of the file',
  text: 'its text',
  page: 'page {{name}}',
  outline: 'the bookmarks',
  info: 'the document’s title and properties',
  xmp: 'the metadata (XMP)',
  alt: 'words that stand for a picture, or another hidden text of it',
  link: 'a link',
  destination: 'the name of a place in it',
  attachment: 'the attached file {{name}}',
  entry: 'the file {{name}}',
  'entry-name': 'the name of the file {{name}}',
  metadata: 'the metadata of a picture ({{name}})',
  bytes: 'its bytes',
};
