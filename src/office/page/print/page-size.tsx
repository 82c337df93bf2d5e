/** What one print asks of the printer: `@page` stands for the whole document, so that it goes with the print shown. */
export function PageSize({ rule }: { rule: string }) {
  return <style>{`@page { ${rule} }`}</style>;
}
