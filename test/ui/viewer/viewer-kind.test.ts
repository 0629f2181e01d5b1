import { describe, expect, it } from 'vitest';
import { viewerKind } from '#renderer/ui/features/viewer/viewer-kind.ts';

describe('how a file is looked at', () => {
  it.each([
    ['image/jpeg', 'a.jpg', 'picture'],
    ['image/svg+xml', 'a.svg', 'text'],
    ['video/webm', 'a', 'video'],
    ['audio/ogg', 'a', 'audio'],
    ['application/pdf', 'a.bin', 'pdf'],
    ['application/octet-stream', 'page.MHTML', 'mhtml'],
    ['text/html', 'a.txt', 'html'],
    ['application/json', 'a', 'text'],
    ['application/octet-stream', 'a.constructor', null],
    ['application/zip', 'a.zip', null],
    ['image/tiff', 'a.tif', null],
  ])('%s, "%s": %s', (mediaType, name, kind) => {
    expect(viewerKind({ mediaType, name })).toBe(kind);
  });
});
