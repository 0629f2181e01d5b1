/** Resolves once the window has drawn what is to be seen now; in one that is not drawn, soon. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      // After the frame: a message is taken when it has been drawn.
      setTimeout(resolve);
    });
  });
