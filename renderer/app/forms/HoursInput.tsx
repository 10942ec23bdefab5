import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayNames, fromField, nextSpan, type Span, toField, type Week } from '../hours.ts';
import classes from './HoursInput.module.css';

const MOST_SPANS = 4;

interface HoursInputProps {
  label: string;
  defaultValue?: Week;
  onChange?: (week: Week) => void;
  error?: ReactNode;
  /** The days that are wrong. */
  wrong: (day: number) => boolean;
}

/** The hours of a week, day by day. */
export function HoursInput({ label, defaultValue, onChange, wrong }: HoursInputProps) {
  const [week, setWeek] = useState<Week>(defaultValue ?? [[], [], [], [], [], [], []]);
  const change = (day: number, spans: Span[]) => {
    const next = week.map((old, index) => (index === day ? spans : old));
    setWeek(next);
    onChange?.(next);
  };
  return (
    <fieldset className={classes.hours} aria-label={label}>
      {week.map((spans, day) => (
        <Day
          // biome-ignore lint/suspicious/noArrayIndexKey: the seven days never change their places
          key={day}
          name={dayNames[day] ?? ''}
          spans={spans}
          wrong={wrong(day)}
          onChange={(next) => change(day, next)}
        />
      ))}
    </fieldset>
  );
}

interface DayProps {
  name: string;
  spans: Span[];
  wrong: boolean;
  onChange: (spans: Span[]) => void;
}

function Day({ name, spans, wrong, onChange }: DayProps) {
  const { t } = useTranslation();
  const set = (place: number, span: Span) => onChange(spans.map((old, index) => (index === place ? span : old)));
  return (
    <div className={classes.day}>
      <span className={classes.dayName}>{name}</span>
      <div className={classes.spans}>
        {spans.length === 0 && <span className={classes.off}>{t('hours.off')}</span>}
        {spans.map((span, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
          <span key={place} className={classes.span}>
            <Time
              label={t('hours.from', { day: name })}
              value={span[0]}
              onChange={(from) => set(place, [from, span[1]])}
            />
            –
            <Time
              label={t('hours.to', { day: name })}
              value={span[1]}
              wrong={span[0] >= span[1]}
              onChange={(to) => set(place, [span[0], to])}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('hours.remove', { day: name })}
              onClick={() => onChange(spans.filter((_, index) => index !== place))}
            >
              <IconTrash size={16} aria-hidden="true" />
            </ActionIcon>
          </span>
        ))}
        {spans.length < MOST_SPANS && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            aria-label={t('hours.addTo', { day: name })}
            onClick={() => onChange([...spans, nextSpan(spans)])}
          >
            {t('hours.add')}
          </Button>
        )}
        {wrong && <span className={classes.wrong}>{t('validation:hours')}</span>}
      </div>
    </div>
  );
}

interface TimeProps {
  label: string;
  value: number;
  wrong?: boolean;
  onChange: (minutes: number) => void;
}

function Time({ label, value, wrong, onChange }: TimeProps) {
  return (
    <TextInput
      type="time"
      size="sm"
      aria-label={label}
      error={wrong ?? false}
      defaultValue={toField(value)}
      onChange={(event) => {
        const minutes = fromField(event.currentTarget.value);
        if (minutes !== null) onChange(minutes);
      }}
    />
  );
}
