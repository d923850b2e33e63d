/** The mark of the page: a speech bubble that holds a chart. */
const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#0f7f75" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z"/><path stroke="#fff" stroke-width="3" stroke-linecap="round" d="M9.5 18.5v-4M16 18.5v-10M22.5 18.5v-6.5"/></svg>';

export const iconAddress = `data:image/svg+xml,${encodeURIComponent(iconSvg)}`;
