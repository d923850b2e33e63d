import type { Moment } from './moment.ts';

/** When a kind of company is called. */
export interface Rhythm {
  /** The part of a day that falls on each of its hours. */
  hours: readonly number[];
  /** Monday to Sunday, where 1 is an ordinary working day. */
  weekdays: readonly number[];
  holiday: number;
  /** January to December, where 1 is an ordinary month. */
  months: readonly number[];
  /** First hour with people at the phones, and the first without again. */
  open: readonly [number, number];
  /** The last weekday with people at the phones. */
  lastOpenWeekday: number;
}

const FRENCH_YEAR = [1.02, 0.98, 1.03, 1, 0.95, 1.02, 0.88, 0.55, 1.08, 1.05, 1.02, 0.92];
const NORTH_AMERICAN_YEAR = [1.02, 1, 1.03, 1.02, 1, 1, 0.9, 0.92, 1.05, 1.05, 1.02, 0.9];

const NIGHT = [0.05, 0.03, 0.02, 0.02, 0.02, 0.04, 0.1];

export const smallCompany: Rhythm = {
  hours: parts([...NIGHT, 0.4, 2, 7, 9, 8.5, 3, 3.5, 8, 8.5, 8, 6, 3, 1.2, 0.9, 0.6, 0.3, 0.1]),
  weekdays: [1.15, 1.03, 0.95, 1, 0.9, 0.12, 0.04],
  holiday: 0.05,
  months: FRENCH_YEAR,
  open: [9, 18],
  lastOpenWeekday: 5,
};

export const callCentre: Rhythm = {
  hours: parts([0.5, 0.3, 0.2, 0.2, 0.2, 0.3, 0.8, 2, 5, 8, 9, 8.5, 5, 5.5, 8, 8.5, 8, 7.5, 7, 5, 3.5, 2.5, 1.5, 1]),
  weekdays: [1.18, 1.04, 0.97, 0.98, 0.92, 0.5, 0.15],
  holiday: 0.25,
  months: FRENCH_YEAR,
  open: [8, 20],
  lastOpenWeekday: 6,
};

/** The same company on the other side of the Atlantic, where August is a month as others. */
export function northAmerican(rhythm: Rhythm): Rhythm {
  return { ...rhythm, months: NORTH_AMERICAN_YEAR };
}

const GROWTH_A_YEAR = 0.08;
const GROWTH_BASE_YEAR = 2026;
const GROWTH_YEARS = 8;

/** The part of an ordinary working day's calls that this hour brings. Over such a day it adds up to 1. */
export function shareOfDay(rhythm: Rhythm, moment: Moment): number {
  const hour = rhythm.hours[moment.hour] ?? 0;
  const day = moment.holiday ? rhythm.holiday : (rhythm.weekdays[moment.weekday - 1] ?? 0);
  return hour * day * (rhythm.months[moment.month - 1] ?? 1) * growth(moment.year);
}

/** True when somebody is there to answer. */
export function isOpen(rhythm: Rhythm, moment: Moment): boolean {
  const [opens, closes] = rhythm.open;
  return !moment.holiday && moment.weekday <= rhythm.lastOpenWeekday && moment.hour >= opens && moment.hour < closes;
}

/** Grows by the same amount each year, and stays the same far from today, so that no clock makes it negative or huge. */
function growth(year: number): number {
  const years = Math.min(GROWTH_YEARS, Math.max(-GROWTH_YEARS, year - GROWTH_BASE_YEAR));
  return 1 + GROWTH_A_YEAR * years;
}

/** The same proportions, so that they add up to 1. */
function parts(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
