import { z } from 'zod';

/** Imported before any schema is used: zod otherwise tries `new Function`, which a strict policy reports. */
z.config({ jitless: true });
