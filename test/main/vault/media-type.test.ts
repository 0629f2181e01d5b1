import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from '#main/vault/evidence/media-type.ts';

const head = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the media type', () => {
  it.each([
    ['a.txt', 'any words', 'text/plain'],
    ['A.TXT', 'any words', 'text/plain'],
    ['photo.jpg', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['photo.png', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['photo.heic', '\0\0\0\x18ftypmif1', 'image/heic'],
    ['clip.mp4', '\0\0\0\x18ftypisom', 'video/mp4'],
    ['clip.mov', '\0\0\0\x14ftypqt  ', 'video/quicktime'],
    ['voice.m4a', '\0\0\0\x18ftypmp42', 'audio/mp4'],
    ['voice.opus', 'OggS', 'audio/ogg'],
    ['voice.mp3', 'ID3', 'audio/mpeg'],
    ['voice.mp3', '\xff\xf3', 'audio/mpeg'],
    ['clip.webm', '\x1aE\xdf\xa3', 'video/webm'],
    ['clip.mkv', '\x1aE\xdf\xa3', 'video/x-matroska'],
    ['letter.pdf', '%PDF-1.7', 'application/pdf'],
    ['letter.docx', 'PK\x03\x04', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['page.html', '<html>', 'text/html'],
    ['unknown.xyz', 'BMW is a maker of cars', 'application/octet-stream'],
    ['', '', 'application/octet-stream'],
  ])('of %s is told by name and first bytes', (name, bytes, mediaType) => {
    expect(mediaTypeOf(name, head(bytes))).toBe(mediaType);
  });

  it('is that of the bytes where the name says otherwise', () => {
    expect(mediaTypeOf('holiday.jpg', head('%PDF-1.7'))).toBe('application/pdf');
    expect(mediaTypeOf('notes.txt', head('\x89PNG\r\n\x1a\n'))).toBe('image/png');
    expect(mediaTypeOf('report.docx', head('%PDF-1.7'))).toBe('application/pdf');
  });

  it('does not believe the name of a picture over other bytes', () => {
    expect(mediaTypeOf('holiday.jpg', head('MZ\x90\0'))).toBe('application/octet-stream');
    expect(mediaTypeOf('empty.png', head(''))).toBe('application/octet-stream');
  });

  it('falls back to what the clipboard claims, if that is a type at all', () => {
    expect(mediaTypeOf('clipboard', head('?'), 'text/calendar')).toBe('text/calendar');
    expect(mediaTypeOf('clipboard', head('?'), 'text/html; charset=x\r\nA: b')).toBe(
      'application/octet-stream',
    );
  });
});
