/** Imported before anything that builds a schema: zod's just-in-time probe (`new Function`) would break the CSP. */
import { z } from 'zod';

z.config({ jitless: true });
