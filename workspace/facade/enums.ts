/**
 * Enumerations as the platform shows them to scripts: Java-like objects, not strings. Each value carries its
 * siblings, and the enumeration itself is its first value (facts/emulation.md).
 */

/** One value of an enumeration. */
export interface EnumValue {
  toString(): string;
  toJSON(): string;
  name(): string;
  ordinal(): number;
  compareTo(other: EnumValue): number;
}

/** An enumeration: its values by key, and itself a value (the first). */
export type JavaEnum<K extends string> = EnumValue & { readonly [key in K]: JavaEnum<K> };

const enumNames = new WeakMap<object, string>();

/** Makes an enumeration from **all** keys it has on Google, in their order; an unknown key is undefined, as there. */
export function javaEnum<K extends string>(name: string, keys: readonly [K, ...K[]]): JavaEnum<K> {
  const values = keys.map((key, index) => {
    const methods: EnumValue = {
      toString: () => key,
      toJSON: () => key,
      name: () => key,
      ordinal: () => index,
      compareTo: (other) => index - other.ordinal(),
    };
    return Object.create(methods) as JavaEnum<K>;
  });
  for (const value of values) {
    keys.forEach((key, index) => {
      Object.defineProperty(value, key, { value: values[index], enumerable: true });
    });
    enumNames.set(value, name);
    Object.freeze(value);
  }
  return values[0] as JavaEnum<K>;
}

/** The name of the enumeration a value belongs to, or undefined. */
export function enumName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? enumNames.get(value) : undefined;
}

/** Whether a value belongs to the enumeration of this name. */
export function isEnum(value: unknown, name: string): value is EnumValue {
  return enumName(value) === name;
}
