/** What crosses between the host and a worker; the texts inside come from and go to the script's context. */
import type { Json } from './service';

/** Given to a worker at its birth. */
export interface WorkerData {
  facade: string;
  scripts: readonly { name: string; source: string }[];
  timeZone: string;
}

/** The execution a worker is to run, as the façade reads it. */
export interface Assignment {
  kind: string;
  functionName: string;
  args: Json[] | null;
  event: Json | null;
  now: number;
  running: boolean;
  /** Seed of Math.random, or null for the machine's. */
  seed: number | null;
  timeZone: string;
  lang: string;
  /** Symbols of the advanced services the manifest enables. */
  advancedServices: string[];
}

/** Worker → host. */
export type WorkerMessage =
  { type: 'call'; text: string } | { type: 'log'; text: string } | { type: 'done'; text: string };

/** One call of a service method, as the façade writes it. */
export interface CallText {
  method: string;
  args: Json[];
}

/** The host's answer to a call. */
export interface ReplyText {
  ok: boolean;
  value?: Json;
  error?: { name: string; message: string };
  now: number;
  running: boolean;
}

/** How the script ended, as the façade writes it. */
export interface DoneText {
  value?: Json;
  html?: Json;
  error?: { name: string; message: string; stack?: string };
}
