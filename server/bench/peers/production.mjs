// Imported before everything else, because the servers read their mode while they load.
process.env.NODE_ENV = 'production';
process.env.GRAPHILE_ENV = 'production';

// PostGraphile is written for Node 22; this is all of it that Node 20 lacks.
Promise.withResolvers ??= () => {
  const resolvers = {};
  resolvers.promise = new Promise((resolve, reject) =>
    Object.assign(resolvers, { resolve, reject }),
  );
  return resolvers;
};
