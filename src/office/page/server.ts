/** The secretariat's calls to their door, typed by the contract. */
import type { Answer } from '../../contract/answer';
import type { OfficeArgs, OfficeCode, OfficeMethod, OfficeValues } from '../../contract/office';
import { createServer, type WayCode } from '../../ui/call-server';

/** What a method answers, or why not. */
export type Reply<M extends OfficeMethod> = Answer<OfficeValues[M], OfficeCode | WayCode>;
/** Why a call was not done. */
export type OfficeRefusal = OfficeCode | WayCode;

const server = createServer('office');

/** One call; `key` for a write. The door promises the shape of the value, so that it is not looked at twice. */
export function ask<M extends OfficeMethod>(method: M, args: OfficeArgs<M>, key?: string): Promise<Reply<M>> {
  return server({ method, args, ...(key !== undefined && { key }) }) as Promise<Reply<M>>;
}

/** A read that neither waits for calls under way nor makes them wait. */
export function askBeside<M extends OfficeMethod>(method: M, args: OfficeArgs<M>): Promise<Reply<M>> {
  return server({ method, args }, { beside: true }) as Promise<Reply<M>>;
}
