require("@prisma/client");
