/** Key of an item among all items of a case. */
export const itemKey = (entity: string, id: string): string => `${entity}/${id}`;
