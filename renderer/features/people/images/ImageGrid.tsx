import { useElementSize, useMergedRef } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Image } from '#contract/people/images.ts';
import { useListPosition } from '#renderer/app/useListPosition.ts';
import { imageUrl } from '#renderer/client.ts';
import classes from './images.module.css';

const NARROWEST = 210;
const GAP = 12;
const ROW_HEIGHT = 236;
/** Rows before the end at which more is asked for. */
const NEAR = 3;

interface ImageGridProps {
  images: Image[];
  hasMore: boolean;
  more: () => void;
  /** Where the list stood when it was left. */
  from: number;
  keep: (scrollTop: number) => void;
}

/** Any number of images: only the rows in sight exist. */
export function ImageGrid({ images, hasMore, more, from, keep }: ImageGridProps) {
  const { t } = useTranslation('images');
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize();
  const merged = useMergedRef(scroller, ref);
  const columns = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  const rows = Math.ceil(images.length / columns);
  const virtual = useVirtualizer({
    count: width === 0 ? 0 : rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 2,
    initialOffset: from,
  });
  // How high the list is shows once its width is known.
  const isMeasured = width > 0;
  const scrolled = useListPosition(scroller, {
    from,
    hasMore: hasMore || !isMeasured,
    more: () => isMeasured && more(),
    keep,
  });
  const lines = virtual.getVirtualItems();
  const last = lines.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows - NEAR) more();
  });
  return (
    <div ref={merged} className={classes.grid} onScroll={scrolled}>
      <ul aria-label={t('library')} style={{ height: virtual.getTotalSize() }}>
        {lines.flatMap(({ index, start }) =>
          images.slice(index * columns, (index + 1) * columns).map((image, column) => (
            <li
              key={image.id}
              style={{
                top: start,
                insetInlineStart: `calc(${column} * (100% + ${GAP}px) / ${columns})`,
                width: `calc((100% - ${(columns - 1) * GAP}px) / ${columns})`,
              }}
            >
              <Tile image={image} />
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function Tile({ image }: { image: Image }) {
  return (
    <Link to="/images/$imageId" params={{ imageId: image.id }} className={classes.tile}>
      <img src={imageUrl(image.fileId, 'small')} alt="" loading="lazy" draggable={false} />
      <span className={classes.caption} dir="auto">
        {image.caption}
      </span>
      <span className={classes.tags} dir="auto">
        {image.tags.join(' · ')}
      </span>
    </Link>
  );
}
