import { z } from 'zod';

/** Must be imported before a schema is used. Without it zod tries `new Function`, which a strict content policy reports. */
z.config({ jitless: true });
