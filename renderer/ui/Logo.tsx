/** The mark of the product: a cross made of one desk and one door. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--mantine-primary-color-filled)" />
      <path d="M10 5.5h4V10h4.5v4H14v4.5h-4V14H5.5v-4H10z" fill="#fff" />
    </svg>
  );
}
