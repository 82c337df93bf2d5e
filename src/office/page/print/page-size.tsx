/** What one print asks of the printer: `@page` stands for the whole document, so that it goes with the print shown. */
export function PageSize({ rule }: { rule: string }) {
  return <style>{`@page { ${rule} }`}</style>;
}

/** Lists lie on A4 landscape, their pages counted where the browser can. */
export const LIST_PAGE =
  "size: A4 landscape; margin: 12mm; @bottom-right { content: counter(page) ' / ' counter(pages); font-size: 8pt }";
