/** Reads what the server put into a page's `<script type="application/json" id="data">`. */
export function readData<T>(): T {
  const element = document.getElementById('data');
  if (element === null) throw new Error('The page holds no data.');
  return JSON.parse(element.textContent) as T;
}
