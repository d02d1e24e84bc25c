/** Most municipalities that stand side by side. In a file without schemas: the page takes it without their library. */
export const MOST_COMPARED = 20
