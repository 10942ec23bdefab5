/** To come. */
export function PhotoDialog(_props: {
  subject: string;
  subjectId: number;
  name: string;
  photoId: string | null;
  onClose: () => void;
}) {
  return null;
}
