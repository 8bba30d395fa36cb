/** Larger pictures are left out (pixels): they would make the copy heavy. */
const MOST_PIXELS = 4_000_000;
const QUALITY = 0.8;

/** @returns a picture that the page has loaded, as a data address; undefined where the browser does not let its pixels be read */
export function pictureOf(image: HTMLImageElement): string | undefined {
  const { naturalWidth: width, naturalHeight: height, complete } = image;
  if (!complete || width === 0 || height === 0 || width * height > MOST_PIXELS) return undefined;
  if (/^data:image\/(png|jpeg|gif|webp|avif);/i.test(image.currentSrc)) return image.currentSrc;
  try {
    const canvas = image.ownerDocument.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", QUALITY);
  } catch {
    return undefined; // of another site, which did not allow it
  }
}
