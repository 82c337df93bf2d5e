/** Photos made small on the phone, before anything is sent; PDFs as they are. */

/** A file ready to be sent. */
export interface ReadyFile {
  type: 'image/jpeg' | 'application/pdf';
  blob: Blob;
}

/** Why a file cannot be sent: neither photo nor PDF · a photo that does not open · too large even when reduced · a PDF above 3 MB. */
export type FileProblem = 'NOT_ACCEPTED' | 'UNREADABLE' | 'PHOTO_TOO_LARGE' | 'PDF_TOO_LARGE';

/** What the server takes, with room to spare: bytes. */
const MOST_PHOTO = 1_000_000;
const MOST_PDF = 3 * 1024 * 1024;
/** A photo above this is not even opened: phones run out of memory. */
const MOST_ORIGINAL = 40 * 1024 * 1024;
/** Longest side in pixels and quality, tried in this order: a page of A4 stays readable at the last. */
const SIDES = [2000, 1600, 1200];
const QUALITIES = [0.85, 0.7, 0.55];

/**
 * A photo as a JPEG of at most 1 MB and 2,000 pixels, upright, without what the camera noted in it (place, time, owner);
 * a PDF unchanged.
 */
export async function reduceFile(file: Blob): Promise<ReadyFile | FileProblem> {
  try {
    const head = await file.slice(0, 5).text();
    if (head === '%PDF-')
      return file.size > MOST_PDF ? 'PDF_TOO_LARGE' : { type: 'application/pdf', blob: file };
    if (file.type !== '' && !file.type.startsWith('image/')) return 'NOT_ACCEPTED';
    if (file.size > MOST_ORIGINAL) return 'PHOTO_TOO_LARGE';
    return await reducePhoto(file);
  } catch (error) {
    // A damaged photo, a kind this browser does not know, or a file that is only in the cloud.
    console.error(error);
    return 'UNREADABLE';
  }
}

/** `<img>` turns a photo upright in every browser; createImageBitmap does not in older ones. */
async function reducePhoto(file: Blob): Promise<ReadyFile | FileProblem> {
  const image = new Image();
  const canvas = document.createElement('canvas');
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    for (const side of SIDES) {
      draw(image, canvas, side);
      for (const quality of QUALITIES) {
        const blob = await toJpeg(canvas, quality);
        if (blob === null) return 'UNREADABLE';
        if (blob.size <= MOST_PHOTO) return { type: 'image/jpeg', blob };
      }
    }
    return 'PHOTO_TOO_LARGE';
  } finally {
    URL.revokeObjectURL(image.src);
    image.src = '';
    // Safari keeps the memory of a canvas until it is small.
    canvas.width = 0;
  }
}

function draw(image: HTMLImageElement, canvas: HTMLCanvasElement, side: number): void {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, side / Math.max(width, height));
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  // JPEG knows no transparency: without this it becomes black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

/** The bytes as base64, which google.script.run can carry. */
export function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = reader.result as string;
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
    reader.readAsDataURL(blob);
  });
}
