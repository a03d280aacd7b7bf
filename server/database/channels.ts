/** The channel on which servers hear of a new version of the dataset; its payload is the import's id. */
export const NEW_VERSION = 'capexgraph_version';
