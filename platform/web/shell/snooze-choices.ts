/** The days until which something is put off by one click: tomorrow, and Monday of the next week. */
export function snoozeChoices(today: Temporal.PlainDate) {
  return [
    { key: 'tomorrow', day: today.add({ days: 1 }) },
    { key: 'next-week', day: today.add({ days: 8 - today.dayOfWeek }) },
  ] as const;
}
