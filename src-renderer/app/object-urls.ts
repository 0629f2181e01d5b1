/** Object URLs handed to screens, so that locking can take every picture away at once. */
export class ObjectUrls {
  private readonly urls = new Set<string>();

  make(picture: Uint8Array, type: string): string {
    const url = URL.createObjectURL(new Blob([new Uint8Array(picture)], { type }));
    this.urls.add(url);
    return url;
  }

  revokeAll(): void {
    for (const url of this.urls) URL.revokeObjectURL(url);
    this.urls.clear();
  }
}
